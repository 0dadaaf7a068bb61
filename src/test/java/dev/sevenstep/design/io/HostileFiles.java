package dev.sevenstep.design.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files made to do harm: to use up memory or time, to lead out of the folder, to break the picture. */
public final class HostileFiles {
    private HostileFiles() {
    }

    /** The content of each by what is wrong with it. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a million levels", ("{\"a\": " + "[".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
        files.put("a million objects in each other", "{\"a\":".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        byte[] large = new byte[100 * 1024 * 1024];
        Arrays.fill(large, (byte) 'x');
        byte[] start = "{\"format\": \"sevenstep-design\", \"version\": 2, \"title\": \""
                .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, large, 0, start.length);
        files.put("a text of 100 MB", large);
        files.put("a text of 15 MB", Arrays.copyOf(large, 15 * 1024 * 1024));
        files.put("nothing but zeros", new byte[1024 * 1024]);
        files.put("a number of a million digits",
                ("{\"a\": " + "9".repeat(1_000_000) + "}").getBytes(StandardCharsets.UTF_8));
        files.put("a million keys", design("\"x\": {" + repeated(400_000, "\"k%d\": 0") + "}"));
        files.put("a key of 15 MB", ("{\"" + "k".repeat(15_000_000) + "\": 1}").getBytes(StandardCharsets.UTF_8));
        String component = "{\"id\": \"c%d\", \"kind\": \"cache\", \"step\": \"serving\", \"title\": \"T\", \"x\": %d, \"y\": 0}";
        files.put("one id for all", design("\"components\": ["
                + repeated(2_000, component.replace("c%d", "same").replace("%d", "1")) + "]"));
        files.put("links to themselves", design("\"components\": [" + repeated(3, component) + "], \"links\": ["
                + repeated(2_000, "{\"id\": \"l%d\", \"kind\": \"data\", \"from\": \"c1\", \"to\": \"c1\"}") + "]"));
        files.put("references in a ring", design("\"components\": [" + repeated(3,
                component.replace("\"y\": 0", "\"y\": 0, \"fields\": {\"a\": {\"refs\": [\"c0\", \"c1\", \"c2\"]}}"))
                + "]"));
        files.put("as far away as can be", design("\"components\": [" + repeated(3,
                component.replace("\"x\": %d", "\"x\": 1000000")) + "], \"notes\": [{\"id\": \"n\", \"text\": \"\", "
                + "\"x\": -1000000, \"y\": -1000000, \"width\": 1000000, \"height\": 1000000}]"));
        files.put("further than that", design("\"components\": [" + repeated(3,
                component.replace("\"x\": %d", "\"x\": 1e300")) + "]"));
        files.put("no numbers", design("\"components\": [" + component.replace("%d", "NaN") + "]"));
        files.put("names that lead elsewhere", design("\"linkedCase\": \"../../x\", \"components\": ["
                + component.replace("c%d", "../../../etc/passwd").replace("%d", "0")
                        .replace("\"cache\"", "\"../catalogue\"")
                + "]"));
        files.put("a summary as long as allowed",
                design("\"summary\": \"" + "word ".repeat(Limits.STRING_LENGTH / 5) + "\""));
        files.put("a title as long as allowed, without a space", design("\"components\": ["
                + component.replace("\"T\"", "\"" + "W".repeat(Limits.STRING_LENGTH) + "\"").replace("%d", "0") + "]"));
        files.put("nothing but marks", design("\"question\": \"a" + "\\u0301".repeat(30_000) + "\""));
        files.put("a turn of the writing direction at each letter",
                design("\"question\": \"" + "a\u05d0".repeat(15_000) + "\""));
        files.put("nothing but commands to turn", design("\"question\": \"" + "\\u202e".repeat(30_000) + "\""));
        files.put("commands to turn between letters", design("\"question\": \"" + "\\u202ea".repeat(15_000) + "\""));
        files.put("a few of each",
                design("\"question\": \"" + "a\\u0301\\u0301 \\u202eb\\u202c \u05d0\u05d1 ".repeat(40)
                        + "\""));
        files.put("the same key twice", design("\"title\": \"a\", \"title\": \"b\""));
        return files;
    }

    private static byte[] design(String members) {
        return ("{\"format\": \"sevenstep-design\", \"version\": \"2.0\", " + members + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String repeated(int times, String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            text.append(i == 0 ? "" : ",").append(pattern.replace("%d", Integer.toString(i)));
        }
        return text.toString();
    }
}
