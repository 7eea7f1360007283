/** The diagram of a network, from the description that it gives of itself. */
@NullMarked
package dev.longhand.report.diagram;

import org.jspecify.annotations.NullMarked;
