/** The page about a run, a class for each of its sections. */
@NullMarked
package dev.longhand.report.page;

import org.jspecify.annotations.NullMarked;
