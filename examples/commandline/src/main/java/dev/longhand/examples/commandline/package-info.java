/** A program for the command line with a pretrained network in its jar. */
package dev.longhand.examples.commandline;
