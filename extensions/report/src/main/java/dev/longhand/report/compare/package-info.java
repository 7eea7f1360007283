/** Runs beside one another, read from the files beside their pages. */
@NullMarked
package dev.longhand.report.compare;

import org.jspecify.annotations.NullMarked;
