package dev.longhand.report.diagram;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the blocks of a diagram are. Row r holds the blocks that r others precede, at most; block 0 is the input, block i
 * layer i − 1. A connection that passes a row runs in a lane at the right of all blocks.
 */
final class DiagramLayout {

    static final int BLOCK_WIDTH = 250;
    static final int BLOCK_HEIGHT = 66;
    static final int ROW_HEIGHT = 92;
    private static final int GAP = 24;
    private static final int MARGIN = 4;
    private static final int LANE = 16;

    private final int[] row;
    private final double[] x;
    private final List<Connection> connections;
    private final int rows;
    private final double widest;
    private final int lanes;

    /**
     * A connection of two blocks.
     *
     * @param lane the number of its lane, or −1 if it leads from one row to the next
     */
    record Connection(int from, int to, int lane) {

        private Connection in(int lane) {
            return new Connection(from, to, lane);
        }
    }

    private DiagramLayout(ModelInfo model, int blocks) {
        row = new int[blocks];
        x = new double[blocks];
        List<Connection> all = new ArrayList<>();
        for (int block = 1; block < blocks; block++) {
            LayerInfo layer = model.layers().get(block - 1);
            for (int source : layer.sources()) {
                row[block] = Math.max(row[block], row[source + 1] + 1);
                all.add(new Connection(source + 1, block, -1));
            }
        }
        int last = 0;
        for (int r : row) {
            last = Math.max(last, r);
        }
        rows = last + 1;
        widest = placeBlocks(all);
        connections = placeLanes(all);
        lanes = connections.stream().mapToInt(Connection::lane).max().orElse(-1) + 1;
    }

    /** The layout of the first layers. */
    static DiagramLayout of(ModelInfo model, int layers) {
        return new DiagramLayout(model, layers + 1);
    }

    /** Places the blocks of each row in the order of what they read, in the middle; returns the width of the widest row. */
    private double placeBlocks(List<Connection> all) {
        List<List<Integer>> byRow = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            byRow.add(new ArrayList<>());
        }
        for (int block = 0; block < row.length; block++) {
            byRow.get(row[block]).add(block);
        }
        int most = byRow.stream().mapToInt(List::size).max().orElse(1);
        double width = most * (BLOCK_WIDTH + GAP) - (double) GAP;
        double[] wanted = new double[row.length];
        int[] reads = new int[row.length];
        for (List<Integer> blocks : byRow) {
            Comparator<Integer> order = Comparator.comparingDouble(block -> wanted[block] / Math.max(1, reads[block]));
            blocks.sort(order.thenComparing(Comparator.naturalOrder()));
            double left = MARGIN + (width - blocks.size() * (double) (BLOCK_WIDTH + GAP) + GAP) / 2;
            for (int block : blocks) {
                x[block] = left;
                left += BLOCK_WIDTH + GAP;
                for (Connection connection : all) {
                    if (connection.from == block) {
                        wanted[connection.to] += x[block];
                        reads[connection.to]++;
                    }
                }
            }
        }
        return width;
    }

    /** Gives lanes to the connections that pass rows, the inner ones to the shortest. */
    private List<Connection> placeLanes(List<Connection> all) {
        List<Connection> placed = new ArrayList<>();
        List<Connection> passing = new ArrayList<>();
        for (Connection connection : all) {
            (row[connection.to] - row[connection.from] > 1 ? passing : placed).add(connection);
        }
        passing.sort(Comparator.comparingInt(connection -> row[connection.to] - row[connection.from]));
        List<Connection> inLanes = new ArrayList<>();
        for (Connection connection : passing) {
            int lane = 0;
            while (isTaken(inLanes, connection, lane)) {
                lane++;
            }
            inLanes.add(connection.in(lane));
        }
        placed.addAll(inLanes);
        return placed;
    }

    private boolean isTaken(List<Connection> inLanes, Connection connection, int lane) {
        return inLanes.stream()
                .anyMatch(other -> other.lane == lane
                        && row[other.from] <= row[connection.to]
                        && row[connection.from] <= row[other.to]);
    }

    List<Connection> connections() {
        return connections;
    }

    double left(int block) {
        return x[block];
    }

    double top(int block) {
        return MARGIN + row[block] * (double) ROW_HEIGHT;
    }

    /** Where a lane is. */
    double lane(int lane) {
        return MARGIN + widest + LANE * (lane + 1.5);
    }

    /** Whether no block is at the right of this one. */
    boolean isRightmost(int block) {
        for (int other = 0; other < row.length; other++) {
            if (row[other] == row[block] && x[other] > x[block]) {
                return false;
            }
        }
        return true;
    }

    double width() {
        return MARGIN + widest + (lanes == 0 ? MARGIN : LANE * (lanes + 1.5));
    }

    double height() {
        return (rows - 1) * (double) ROW_HEIGHT + BLOCK_HEIGHT + 2 * MARGIN;
    }
}
