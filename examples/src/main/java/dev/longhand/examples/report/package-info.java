/** Text, tables, progress bars and pictures for the commands. Depends on no command. */
@NullMarked
package dev.longhand.examples.report;

import org.jspecify.annotations.NullMarked;
