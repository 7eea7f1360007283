package dev.longhand.processor;

import dev.longhand.processor.check.Problem;
import dev.longhand.processor.read.SourcePosition;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Reports problems to the compiler. */
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
        if (problem.position().isEmpty()) {
            messager.printMessage(kind, problem.text());
            return;
        }
        SourcePosition position = problem.position().get();
        if (position.annotation().isEmpty()) {
            messager.printMessage(kind, problem.text(), position.element());
        } else if (position.value().isEmpty()) {
            messager.printMessage(
                    kind,
                    problem.text(),
                    position.element(),
                    position.annotation().get());
        } else {
            messager.printMessage(
                    kind,
                    problem.text(),
                    position.element(),
                    position.annotation().get(),
                    position.value().get());
        }
    }
}
