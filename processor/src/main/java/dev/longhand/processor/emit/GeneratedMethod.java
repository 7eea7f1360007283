package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * One method to write, private in the generated class, with the call of it.
 *
 * <p>A layer's emitter says which arrays a method needs; the call in the table of contents and the
 * signature follow from the same list, so they can't differ.
 *
 * @param doc its javadoc, a line an element
 * @param returns its type
 * @param name its name
 * @param parameters in order, each with the argument of the call
 * @param body what it does
 */
public record GeneratedMethod(
        List<String> doc, TypeName returns, String name, List<MethodParameter> parameters, CodeBlock body) {

    /** {@code forwardHidden(p, ws.input(), ws.activation(HIDDEN), n)}; n never stands on a line of its own. */
    public String call() {
        List<String> arguments =
                parameters.stream().map(MethodParameter::argument).toList();
        int last = arguments.size() - 1;
        return name + "(" + Body.list(arguments.subList(0, last)) + ", " + arguments.get(last) + ")";
    }

    public MethodSpec method() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(returns)
                .addJavadoc("$L", Layout.javadoc(String.join("\n", doc)));
        parameters.forEach(parameter -> method.addParameter(parameter.type(), parameter.name()));
        return method.addCode(body).build();
    }
}
