package dev.longhand.processor;

import dev.longhand.processor.check.Problem;
import dev.longhand.processor.read.Place;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Hands problems to the compiler. */
final class Reporter {

    private final Messager messager;

    Reporter(Messager messager) {
        this.messager = messager;
    }

    void report(Iterable<Problem> problems) {
        problems.forEach(this::report);
    }

    void report(Problem problem) {
        Kind kind = problem.message().isWarning() ? Kind.WARNING : Kind.ERROR;
        if (problem.place().isEmpty()) {
            messager.printMessage(kind, problem.text());
            return;
        }
        Place place = problem.place().get();
        if (place.annotation().isEmpty()) {
            messager.printMessage(kind, problem.text(), place.element());
        } else if (place.value().isEmpty()) {
            messager.printMessage(
                    kind, problem.text(), place.element(), place.annotation().get());
        } else {
            messager.printMessage(
                    kind,
                    problem.text(),
                    place.element(),
                    place.annotation().get(),
                    place.value().get());
        }
    }
}
