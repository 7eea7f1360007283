package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.plan.LayerHead;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/**
 * A private method of the generated class, and its call.
 *
 * <p>A layer's emitter says which arrays a method needs; the call in the table of contents and the
 * signature follow from the same list, so that they can't differ.
 *
 * @param doc its javadoc, a line an element
 * @param returns its type
 * @param name its name
 * @param parameters in order, each with the argument of the call
 * @param body what it does
 */
public record GeneratedMethod(
        List<String> doc, TypeName returns, String name, List<MethodParameter> parameters, CodeBlock body) {

    /** A method of a layer, named after the pass: {@code forwardHidden}. */
    public static GeneratedMethod ofLayer(
            LayerHead head, String pass, List<String> doc, List<MethodParameter> parameters, CodeBlock body) {
        return new GeneratedMethod(doc, TypeName.VOID, pass + head.suffix(), parameters, body);
    }

    /** {@code forwardHidden(p, ws.input(), ws.activation(LAYER_HIDDEN), n)}; n is never alone on a line. */
    public CodeBlock call() {
        return call(UnaryOperator.identity());
    }

    /** The same with another expression in the place of each argument. */
    CodeBlock call(UnaryOperator<String> expression) {
        List<String> arguments = parameters.stream()
                .map(MethodParameter::argument)
                .map(expression)
                .toList();
        int last = arguments.size() - 1;
        return Code.of(name, "(", Code.list(arguments.subList(0, last)), ", ", arguments.get(last), ")");
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
