package com.acme.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Writes constants of words. */
@SupportedAnnotationTypes("com.acme.vocabulary.Words")
public final class WordsProcessor extends AbstractProcessor {

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(Words.class)) {
            write(element, element.getAnnotation(Words.class).value());
        }
        return false;
    }

    private void write(Element element, String[] words) {
        String name = element.getSimpleName() + "Words";
        String packageName =
                processingEnv.getElementUtils().getPackageOf(element).getQualifiedName().toString();
        StringBuilder source = new StringBuilder("package " + packageName + ";\ninterface " + name + " {\n");
        source.append("int SIZE = ").append(words.length).append(";\n");
        for (int i = 0; i < words.length; i++) {
            source.append("int ").append(words[i].toUpperCase(Locale.ROOT)).append(" = ").append(i).append(";\n");
        }
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(packageName + "." + name, element)
                .openWriter()) {
            writer.write(source.append("}\n").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
