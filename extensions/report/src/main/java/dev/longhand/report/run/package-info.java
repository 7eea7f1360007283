/** What is known of a run in words and numbers: what a page says about it, and what another page compares it by. */
@NullMarked
package dev.longhand.report.run;

import org.jspecify.annotations.NullMarked;
