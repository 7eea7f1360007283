package com.acme.flowers;

import lombok.Builder;
import lombok.Value;

/** A flower as it was measured, in cm. */
@Value
@Builder
public class Flower {
    double sepalLength;
    double sepalWidth;
    double petalLength;
    double petalWidth;
}
