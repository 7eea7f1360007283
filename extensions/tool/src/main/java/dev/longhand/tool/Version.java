package dev.longhand.tool;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The versions of Longhand and of Java; the build writes the former into a resource. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        return new String[] {
            "Longhand " + build.getProperty("version", "of an unknown version"),
            "Java " + System.getProperty("java.version") + " by " + System.getProperty("java.vendor")
        };
    }
}
