package dev.longhand.importer;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/** Names of declarations, and of the files with their weights. */
final class TypeName {

    private static final String DEFAULT = "Network1";

    private TypeName() {}

    /** The name of a declaration for a file: {@code my-digits.v2.onnx} is {@code MyDigitsV2}. */
    static String of(String file) {
        String base = withoutFolder(file);
        int ending = base.lastIndexOf('.');
        StringBuilder name = new StringBuilder();
        for (String word : (ending > 0 ? base.substring(0, ending) : base).split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        String found = name.toString();
        if (found.isEmpty()) {
            return DEFAULT;
        }
        if (Character.isDigit(found.charAt(0))) {
            found = "Network" + found;
        }
        boolean isUsable = SourceVersion.isIdentifier(found)
                && !SourceVersion.isKeyword(found)
                && !DeclarationWriter.isImported(found);
        return isUsable ? found : "My" + found;
    }

    /** The name of a file without its folder. */
    static String withoutFolder(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** The name of the file with the weights of a declaration: {@code MyDigits} has {@code my-digits.safetensors}. */
    static String weights(String declaration) {
        return declaration
                        .replace('_', '-')
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT)
                + ".safetensors";
    }
}
