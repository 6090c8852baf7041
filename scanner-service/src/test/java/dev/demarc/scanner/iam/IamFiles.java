package dev.demarc.scanner.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code deploy/iam} and the page on scanning say of the actions that the code calls. */
final class IamFiles {
    static final String WRITE = "demarc.iam.write";

    /** The SDK calls it to enter an account. */
    private static final Action ENTER = new Action("sts:AssumeRole", "arn:*:iam::*:role/DemarcReadOnly");

    private final CalledActions called = new CalledActions();
    private final List<Policy> policies = Policy.of(called.ofAccount(), Policy.LIMIT);

    /** By the file's name. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < policies.size(); i++) {
            files.put("read-only-%d.json".formatted(i + 1), policies.get(i).json());
        }
        files.put("scanner.json", new Policy(toFind()).json());
        files.put("role.yaml", template());
        return files;
    }

    /** The table of the page on scanning. */
    String table() {
        List<String> rows = new ArrayList<>(List.of("| for | actions |", "| --- | --- |"));
        rows.add(row("finding accounts, with the scanner's own credentials", toFind()));
        rows.add(row("an account's name and regions", called.toEnter()));
        called.byType().forEach((type, actions) -> rows.add(row("`" + type + "`", actions)));
        return String.join("\n", rows);
    }

    private NavigableSet<Action> toFind() {
        NavigableSet<Action> actions = called.toFind();
        actions.add(ENTER);
        return actions;
    }

    private static String row(String what, NavigableSet<Action> actions) {
        return "| %s | %s |"
                .formatted(
                        what,
                        actions.stream()
                                .map(action -> "`" + action.name() + "`")
                                .distinct()
                                .collect(Collectors.joining(", ")));
    }

    private String template() {
        List<Integer> numbers =
                IntStream.rangeClosed(1, policies.size()).boxed().toList();
        return """
                AWSTemplateFormatVersion: "2010-09-09"
                Description: Demarc's scanner reads this account with this role. It changes nothing, and reads no object, item, message, secret or code.
                Parameters:
                  ScannerRoleArn:
                    Type: String
                    Description: ARN of the role that the scanner runs with
                    AllowedPattern: ^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$
                  ExternalId:
                    Type: String
                    Description: What the scanner says on entry, its demarc.aws.external-id
                    MinLength: 2
                    MaxLength: 1224
                    AllowedPattern: ^[A-Za-z0-9+=,.@:/_-]+$
                  RoleName:
                    Type: String
                    Description: The scanner's demarc.aws.role-name
                    Default: DemarcReadOnly
                Resources:
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      RoleName: !Ref RoleName
                      Description: Demarc's scanner reads this account with it
                      AssumeRolePolicyDocument:
                        Version: "2012-10-17"
                        Statement:
                          - Effect: Allow
                            Principal: {AWS: !Ref ScannerRoleArn}
                            Action: sts:AssumeRole
                            Condition: {StringEquals: {"sts:ExternalId": !Ref ExternalId}}
                      ManagedPolicyArns:
                %s
                %sOutputs:
                  RoleArn:
                    Value: !GetAtt Role.Arn
                """.formatted(
                numbers.stream().map("        - !Ref ReadOnly%d"::formatted).collect(Collectors.joining("\n")),
                numbers.stream().map(this::managedPolicy).collect(Collectors.joining()));
    }

    private String managedPolicy(int number) {
        return """
                  ReadOnly%d:
                    Type: AWS::IAM::ManagedPolicy
                    Properties:
                      PolicyDocument:
                %s
                """.formatted(
                number, policies.get(number - 1).json().strip().indent(8).stripTrailing());
    }
}
