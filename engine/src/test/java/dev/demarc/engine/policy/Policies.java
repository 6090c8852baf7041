package dev.demarc.engine.policy;

import dev.demarc.engine.Items;

/** Policy documents from JSON with single quotes. */
final class Policies {
    private Policies() {}

    static PolicyDocument policy(String json) {
        return PolicyDocument.of(Items.json(json));
    }

    static PolicyDocument allow(String principal, String more) {
        return policy("{'Statement':[{'Effect':'Allow','Principal':%s,'Action':'s3:GetObject','Resource':'*'%s}]}"
                .formatted(principal, more));
    }

    static PolicyDocument allowAction(String action) {
        return policy("{'Statement':[{'Effect':'Allow','Principal':'*',%s,'Resource':'*'}]}".formatted(action));
    }

    static PolicyDocument identity(String action) {
        return policy("{'Statement':[{'Effect':'Allow',%s,'Resource':'*'}]}".formatted(action));
    }

    static PolicyDocument allowAndDeny(String condition) {
        return policy("""
                {'Statement':[
                  {'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'},
                  {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::b/*'%s}]}
                """.formatted(condition));
    }

    static PolicyDocument denyInsecure(String statement, String condition) {
        return policy("{'Statement':[{'Effect':'Deny',%s,'Condition':%s}]}".formatted(statement, condition));
    }
}
