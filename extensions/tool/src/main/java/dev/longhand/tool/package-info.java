/**
 * The program {@code longhand}: {@link dev.longhand.tool.Longhand} has a command for inspecting, verifying, importing and
 * exporting files of networks.
 *
 * <p>Receives the arguments of a command line; results go to the standard output, failures in one sentence to the error
 * output, and the exit code tells them apart. {@code DeclaredModel} is the one class that finds another by its name.
 */
@NullMarked
package dev.longhand.tool;

import org.jspecify.annotations.NullMarked;
