package dev.longhand;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a model that Longhand generated. Tools that read class files know it by its name: JaCoCo leaves out classes
 * whose annotation has {@code Generated} in its name.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LonghandGenerated {

    /** Names the SpotBugs warnings that don't apply to a generated method, because it shares an object on purpose. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @interface SuppressFBWarnings {

        /** The codes of the warnings. */
        String[] value();
    }
}
