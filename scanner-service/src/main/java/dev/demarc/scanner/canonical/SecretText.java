package dev.demarc.scanner.canonical;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * Tells whether free text holds what looks like a secret: keys, tokens, passwords that are assigned or given to a
 * command. Takes time in proportion to the text, whoever wrote it.
 */
public final class SecretText {
    /** What is longer counts as a secret unseen: no description or command of AWS is. */
    public static final int MOST_CHARACTERS = 1 << 18;

    private static final String WORDS =
            "(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential)";

    private static final List<Sign> SIGNS = List.of(
            new Sign("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", "AKIA", "ASIA"),
            new Sign("-----BEGIN [A-Z ]*PRIVATE KEY", "PRIVATE KEY"),
            new Sign("AGE-SECRET-KEY-1[A-Z0-9]{20}", "AGE-SECRET"),
            new Sign("\\bgh[pousr]_[A-Za-z0-9]{30}", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
            new Sign("\\bgithub_pat_[A-Za-z0-9_]{20}", "github_pat_"),
            new Sign("\\bgl(?:pat|dt|rt|cbt|ptt|ft|imt|soat|agent)-[A-Za-z0-9_-]{16}", "gl"),
            new Sign("\\b(?:ATATT3|ATBB|ATCTT3)[A-Za-z0-9_=-]{16}", "ATATT3", "ATBB", "ATCTT3"),
            new Sign("\\bxox[a-z]-[A-Za-z0-9-]{10}", "xox"),
            new Sign("\\bxapp-[0-9]-[A-Za-z0-9-]{10}", "xapp-"),
            new Sign("hooks\\.slack\\.com/services/[A-Za-z0-9/_-]{10}", "hooks.slack.com"),
            new Sign("\\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10}", "_live_", "_test_"),
            new Sign("\\bwhsec_[A-Za-z0-9+/=]{16}", "whsec_"),
            new Sign("\\bsq0(?:atp|csp)-[A-Za-z0-9_-]{20}", "sq0"),
            new Sign("\\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}", "shp"),
            new Sign("\\baccess_token\\$(?:production|sandbox)\\$[a-z0-9]{8}", "access_token$"),
            new Sign("\\bAIza[A-Za-z0-9_-]{35}", "AIza"),
            new Sign("\\bya29\\.[A-Za-z0-9_-]{20}", "ya29."),
            new Sign("\\bGOCSPX-[A-Za-z0-9_-]{20}", "GOCSPX-"),
            new Sign("\\bnpm_[A-Za-z0-9]{30}", "npm_"),
            new Sign("\\bpypi-[A-Za-z0-9_-]{16}", "pypi-"),
            new Sign("\\bdckr_pat_[A-Za-z0-9_-]{20}", "dckr_pat_"),
            new Sign("\\bdo[oprt]_v1_[a-f0-9]{40}", "_v1_"),
            new Sign("\\bhvs\\.[A-Za-z0-9_-]{20}", "hvs."),
            new Sign("\\bhf_[A-Za-z0-9]{30}", "hf_"),
            new Sign("\\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32}", "sk-"),
            new Sign("\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16}", "SG."),
            new Sign("\\bSK[0-9a-f]{32}\\b", "SK"),
            new Sign("\\bkey-[0-9a-f]{32}\\b", "key-"),
            new Sign("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10}", "eyJ"),
            new Sign("[A-Za-z][A-Za-z0-9+.-]*://[^/\\s:@]*:[^/\\s@]+@", "://"),
            new Sign("(?i)\\b(?:basic|bearer)\\s+[A-Za-z0-9+/=._~-]{12}", "asic", "earer", "ASIC", "EARER"),
            new Sign("(?i)" + WORDS + "[\"']?\\w{0,16}\\s*[=:]\\s*[\"']?[^\\s\"'$]{4}", "=", ":"),
            new Sign("(?i)--[a-z0-9-]*" + WORDS + "[\"']?\\s+[\"']?[^\\s\"'$-][^\\s\"'$]{3}", "--"));

    /** Only in a command a pair behind {@code -u} is a login; digits alone are ids of user and group. */
    private static final Sign LOGIN =
            new Sign("(?:^|\\s)(?:-u|--user)[\\s=]*[^\\s:=]+:[^\\s]*[^\\s0-9]", "-u", "--user");

    private SecretText() {}

    /** True also for what is longer than {@link #MOST_CHARACTERS}. */
    public static boolean in(String text) {
        return text.length() > MOST_CHARACTERS || SIGNS.stream().anyMatch(sign -> sign.in(text));
    }

    /** The arguments of a command, looked at as a whole: a flag tells what the argument behind it is. */
    static boolean inCommand(String arguments) {
        return in(arguments) || LOGIN.in(arguments);
    }

    /** A pattern that only text with one of its marks can have: to look for marks costs next to nothing. */
    private record Sign(Pattern pattern, List<String> marks) {
        Sign(String pattern, String... marks) {
            this(Pattern.compile(pattern), List.of(marks));
        }

        boolean in(String text) {
            return marks.stream().anyMatch(text::contains)
                    && pattern.matcher(text).find();
        }
    }
}
