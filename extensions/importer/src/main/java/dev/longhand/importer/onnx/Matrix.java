package dev.longhand.importer.onnx;

/**
 * A constant matrix, transposed if the file has it so.
 *
 * @param scale what each number is multiplied by
 */
record Matrix(Constant constant, int rows, int columns, boolean isTransposed, double scale) {

    static Matrix of(Constant constant, boolean isTransposed) throws UnexpressibleException {
        int[] dimensions = constant.dimensions();
        if (dimensions.length != 2) {
            throw new UnexpressibleException(
                    "its weights have " + dimensions.length + " dimensions, but those of a dense layer have 2");
        }
        long size = (long) dimensions[0] * dimensions[1];
        if (dimensions[0] < 1 || dimensions[1] < 1 || size > Integer.MAX_VALUE - 8) {
            throw new UnexpressibleException(
                    "its weights are " + dimensions[0] + "×" + dimensions[1] + ", which no layer has");
        }
        int rows = dimensions[isTransposed ? 1 : 0];
        return new Matrix(constant, rows, dimensions[isTransposed ? 0 : 1], isTransposed, 1);
    }

    Matrix scaled(double factor) {
        return new Matrix(constant, rows, columns, isTransposed, factor);
    }

    double at(int row, int column) {
        int index = isTransposed ? column * rows + row : row * columns + column;
        return scale * constant.at(constant.isUniform() ? 0 : index);
    }
}
