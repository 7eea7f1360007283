package dev.longhand.processor.emit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of the members of the generated class. JavaPoet prints fields and the constructor first; here the passes
 * and the layers come first, and the fields follow behind them.
 */
final class MemberOrder {

    /** Begins the javadoc of the first pass. */
    static final String PASSES = "\u0002";

    /** Begins the javadoc of the first method that follows the constructor. */
    static final String BOOKKEEPING = "\u0003";

    private static final String JAVADOC = "    /**\n     * ";

    private static final String HEADING =
            "    // Bookkeeping: the indices and offsets that the methods above use, the sizes that kernels\n"
                    + "    // need, and how a model is made and described.\n\n";

    private static final Pattern TYPE_START = Pattern.compile("(?m)^((?:public )?final class .*\\{)\n");

    private MemberOrder() {}

    /** The source with the fields and the constructor moved behind the layers. */
    static String arrange(String source) {
        Matcher type = TYPE_START.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("no class in the source");
        }
        int fields = type.end();
        int passes = source.indexOf(JAVADOC + PASSES);
        int bookkeeping = source.indexOf(JAVADOC + BOOKKEEPING);
        String arranged = source.substring(0, fields)
                + "\n"
                + source.substring(passes, bookkeeping)
                + HEADING
                + source.substring(fields, passes)
                + source.substring(bookkeeping);
        return arranged.replace(PASSES, "").replace(BOOKKEEPING, "");
    }
}
