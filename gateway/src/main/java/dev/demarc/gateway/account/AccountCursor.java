package dev.demarc.gateway.account;

import dev.demarc.contracts.Json;
import dev.demarc.contracts.MalformedRecordException;
import dev.demarc.shell.problem.RefusedValueException;
import java.util.Base64;

/** The last account of a page and the order that it was in; the next page begins behind it, whatever changed since. */
record AccountCursor(String sort, double number, String text, String id) {
    private static final String ACCEPTED = "'next' of the page before, with the same sort";

    static AccountCursor after(KnownAccount last, AccountOrder order) {
        AccountOrder.Position position = order.position(last);
        return new AccountCursor(order.text(), position.number(), position.text(), position.id());
    }

    static AccountCursor parse(String cursor, AccountOrder order) {
        try {
            AccountCursor parsed = Json.read(Base64.getUrlDecoder().decode(cursor), AccountCursor.class);
            if (parsed.id != null && parsed.text != null && order.text().equals(parsed.sort)) {
                return parsed;
            }
        } catch (IllegalArgumentException | MalformedRecordException e) {
            throw new RefusedValueException("cursor", cursor, ACCEPTED);
        }
        throw new RefusedValueException("cursor", cursor, ACCEPTED);
    }

    String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(this));
    }

    AccountOrder.Position position() {
        return new AccountOrder.Position(number, text, id);
    }
}
