package com.acme.flowers;

import lombok.experimental.FieldNameConstants;

/** Names of layers. */
@FieldNameConstants
class Names {
    private String hidden1;
}
