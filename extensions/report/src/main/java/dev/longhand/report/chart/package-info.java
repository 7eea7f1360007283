/** Charts as SVG, in the colours that the page's style sheet gives them. Knows nothing of networks. */
@NullMarked
package dev.longhand.report.chart;

import org.jspecify.annotations.NullMarked;
