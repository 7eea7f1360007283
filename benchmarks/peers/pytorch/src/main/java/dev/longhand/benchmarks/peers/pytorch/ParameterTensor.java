package dev.longhand.benchmarks.peers.pytorch;

import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * A tensor of parameters or state.
 *
 * @param tensor the tensor
 * @param positions for each of its elements, row by row, its index among Longhand's parameters and state
 */
@SuppressWarnings("ArrayRecordComponent") // compared with nothing
record ParameterTensor(Tensor tensor, int[] positions) {

    /** A tensor with the numbers at these positions. */
    static ParameterTensor of(float[] all, int[] positions, torch.MemoryFormat format, long... shape) {
        float[] values = new float[positions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = all[positions[i]];
        }
        Tensor rows = torch.empty(shape);
        rows.data_ptr_float().put(values);
        Tensor tensor = torch.empty(shape, new TensorOptions(torch.ScalarType.Float), new MemoryFormatOptional(format));
        tensor.copy_(rows);
        return new ParameterTensor(tensor, positions);
    }

    /** Writes the numbers to their positions. */
    void copyTo(float[] all) {
        float[] values = new float[positions.length];
        tensor.detach().contiguous().data_ptr_float().get(values);
        for (int i = 0; i < values.length; i++) {
            all[positions[i]] = values[i];
        }
    }
}
