/** Java source on a page: where it's found, and how it's coloured. */
@NullMarked
package dev.longhand.report.source;

import org.jspecify.annotations.NullMarked;
