/** Pictures of networks and of what they learn: charts as PNG files, and images in pages. */
@NullMarked
package dev.longhand.report.picture;

import org.jspecify.annotations.NullMarked;
