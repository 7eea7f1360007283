/** What tests of several packages share. */
package dev.longhand.testing;
