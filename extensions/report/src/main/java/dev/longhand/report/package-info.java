/**
 * A page about each training: {@link dev.longhand.report.Report} is the callback that writes it.
 *
 * <pre>{@code
 * Trainer.of(model)
 *         .epochs(10)
 *         .callback(Report.callback(Path.of("report")).evaluatedOn("test set", test))
 *         .fit(train);
 * }</pre>
 */
@NullMarked
package dev.longhand.report;

import org.jspecify.annotations.NullMarked;
