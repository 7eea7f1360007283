/** HTML and the numbers in it. Knows nothing of networks. */
@NullMarked
package dev.longhand.report.html;

import org.jspecify.annotations.NullMarked;
