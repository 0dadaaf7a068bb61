package dev.sevenstep.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.tribuo.Tribuo;

/** What computes: programs and machine, for the provenance. */
public final class Versions {
    private static final String XGBOOST = "/META-INF/maven/ml.dmlc/xgboost4j_2.12/pom.properties";

    private Versions() {
    }

    public static Map<String, String> all() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("Java", Runtime.version().toString());
        versions.put("Tribuo", Tribuo.VERSION);
        String own = Versions.class.getPackage().getImplementationVersion();
        versions.put("Sevenstep", own == null ? "from source" : own);
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream(XGBOOST)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            properties.setProperty("version", "unknown: " + e.getMessage());
        }
        versions.put("XGBoost", properties.getProperty("version", "unknown"));
        return versions;
    }

    public static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", heap up to " + runtime.maxMemory() / (1 << 20) + " MiB";
    }

    /** Why something that needs a native library is not to be had here, in words for the user. */
    public static String missingNative(LinkageError e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String reason = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return "not available on this machine (" + System.getProperty("os.name") + ", " + System.getProperty("os.arch")
                + "): its native library does not load: " + reason;
    }
}
