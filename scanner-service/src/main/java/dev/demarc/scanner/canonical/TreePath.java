package dev.demarc.scanner.canonical;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Members of a JSON tree by their names, as in {@code configuration.ipPermissions.userIdGroupPairs.description}: lists
 * are passed through to each element, and {@code *} is every member.
 */
record TreePath(List<String> names) {
    /** Every member. */
    static final String ANY = "*";

    static TreePath of(String text) {
        return new TreePath(List.of(text.split("\\.")));
    }

    TreePath {
        names = List.copyOf(names);
    }

    void replace(Map<String, @Nullable Object> tree, UnaryOperator<@Nullable Object> change) {
        visit(tree, 0, (object, name) -> object.computeIfPresent(name, (key, value) -> change.apply(value)));
    }

    private void visit(@Nullable Object tree, int depth, Visitor visitor) {
        if (tree instanceof List<?> list) {
            list.forEach(element -> visit(element, depth, visitor));
        } else if (tree instanceof Map<?, ?>) {
            visitObject(asObject(tree), depth, visitor);
        }
    }

    private void visitObject(Map<String, @Nullable Object> object, int depth, Visitor visitor) {
        String name = names.get(depth);
        List<String> members = name.equals(ANY) ? List.copyOf(object.keySet()) : List.of(name);
        for (String member : members) {
            if (depth == names.size() - 1) {
                visitor.visit(object, member);
            } else {
                visit(object.get(member), depth + 1, visitor);
            }
        }
    }

    @SuppressWarnings("unchecked") // every object of a tree has text keys
    static Map<String, @Nullable Object> asObject(Object tree) {
        return (Map<String, @Nullable Object>) tree;
    }

    private interface Visitor {
        void visit(Map<String, @Nullable Object> object, String name);
    }
}
