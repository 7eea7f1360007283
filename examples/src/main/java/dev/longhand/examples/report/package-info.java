/** What the commands show results with: text, tables, progress, pictures. Knows no command. */
@NullMarked
package dev.longhand.examples.report;

import org.jspecify.annotations.NullMarked;
