/** XOR learnt by three networks: notes 000 (deep) and 002 (by hand in numpy, and with Keras). */
@NullMarked
package dev.longhand.examples.xor;

import org.jspecify.annotations.NullMarked;
