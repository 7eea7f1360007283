package com.acme.vocabulary;

/** Writes a class, named like the annotated one with "Words" behind, of the words' number and their indices. */
public @interface Words {

    /** The words, in order. */
    String[] value();
}
