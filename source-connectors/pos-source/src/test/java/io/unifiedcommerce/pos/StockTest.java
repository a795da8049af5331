package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.mapping.Normalizer;
import io.unifiedcommerce.channel.mapping.Provenance;
import io.unifiedcommerce.pos.till.Till.Line;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class StockTest extends TillTest {
    private final ChannelFolder folder = ChannelFolders.builtIn().named("unicenta-opos");
    private final Normalizer normalizer = Normalizer.of(folder, folder.manifest());

    private long quantity(SourceRecord level) {
        Provenance provenance = new Provenance(
                "default", "unicenta-opos", "till-lyon", "stock_levels", ConnectDouble.mode(level), Instant.EPOCH);
        Struct value =
                normalizer.normalize(level.value(), provenance).orElseThrow().value();
        return value.getInt64("quantity");
    }

    private List<Long> quantities(String key) {
        List<Long> quantities = new ArrayList<>();
        connect.of("stock_levels").stream()
                .filter(level -> level.key().equals(key))
                .forEach(level -> quantities.add(quantity(level)));
        return quantities;
    }

    @Test
    void aSaleTellsTheNewLevelWithTheSameCommit() throws SQLException {
        follow();
        till.sell("s-1", 1, new Line("p-55", 2, 24.17));
        connect.await("stock_levels", 3);

        assertThat(quantities("0|p-55")).containsExactly(20L, 18L);
        SourceRecord sale = connect.of("sales").get(0);
        SourceRecord level = connect.of("stock_levels").get(2);
        assertThat(ConnectDouble.at(level, "$commit")).isEqualTo(ConnectDouble.at(sale, "$commit"));
    }

    @Test
    void aLevelIsTheSumOfAllRowsOfAProduct() throws SQLException {
        till.execute("INSERT INTO stockcurrent (location, product, attributesetinstance_id, units) VALUES"
                + " ('0', 'p-55', 'size-L', 4), ('0', 'p-55', 'size-S', 3)");
        follow();
        till.execute("UPDATE stockcurrent SET units = units - 1 WHERE attributesetinstance_id = 'size-L'");
        till.execute("DELETE FROM stockcurrent WHERE attributesetinstance_id = 'size-S'");
        till.execute("INSERT INTO stockcurrent (location, product, units) VALUES ('1', 'p-55', 9)");
        connect.await("stock_levels", 5);

        assertThat(quantities("0|p-55")).containsExactly(27L, 26L, 23L);
        assertThat(quantities("1|p-55")).containsExactly(9L);
    }

    @Test
    void twoRowsThatAreEqualAreTwoRows() throws SQLException {
        till.execute("INSERT INTO stockcurrent (location, product, units) VALUES ('0', 'p-55', 20)");
        follow();
        till.execute("UPDATE stockcurrent SET units = units - 1 WHERE product = 'p-55'");
        connect.await("stock_levels", 3);

        assertThat(quantities("0|p-55")).containsExactly(40L, 38L);
    }

    @Test
    void aProductWithoutRowsHasNone() throws SQLException {
        follow();
        till.execute("DELETE FROM stockcurrent WHERE product = 'p-55'");
        till.execute("TRUNCATE stockcurrent");
        connect.await("stock_levels", 4);

        assertThat(quantities("0|p-55")).containsExactly(20L, 0L);
        assertThat(quantities("0|p-56")).containsExactly(5L, 0L);
    }

    @Test
    void onlyMovementsWithoutATicketAreMovements() throws SQLException {
        follow();
        till.sell("s-1", 1, new Line("p-55", 2, 24.17));
        till.move("delivery", 1, "p-55", 12);
        till.move("broken", -3, "p-56", -1);
        List<SourceRecord> movements = connect.await("stock_movements", 2);

        assertThat(movements).extracting(SourceRecord::key).containsExactly("delivery", "broken");
        assertThat(ConnectDouble.at(movements.get(1), "stockdiary.reason")).isEqualTo(-3L);
        assertThat(quantities("0|p-55")).containsExactly(20L, 18L, 30L);
    }

    @Test
    void afterARestartALevelTellsWhenItWasTrue() throws SQLException {
        till.execute("INSERT INTO stockcurrent (location, product, attributesetinstance_id, units) VALUES"
                + " ('0', 'p-55', 'size-L', 10)");
        follow();
        connect.kill();
        till.execute("UPDATE stockcurrent SET units = 1 WHERE attributesetinstance_id IS NULL AND product = 'p-55'");
        till.execute("UPDATE stockcurrent SET units = 2 WHERE attributesetinstance_id = 'size-L'");
        connect.start();
        connect.await("stock_levels", 4);
        till.execute("UPDATE stockcurrent SET units = 3 WHERE attributesetinstance_id = 'size-L'");
        List<SourceRecord> levels = connect.await("stock_levels", 5);

        // Both changes were in the table when it was read: no level may say 11, which no reader of now can know.
        assertThat(quantities("0|p-55")).containsExactly(30L, 3L, 3L, 4L);
        assertThat(levels)
                .extracting(level -> (String) ConnectDouble.at(level, "$commit.ts"))
                .isSorted();
        assertThat(levels)
                .extracting(level -> (String) ConnectDouble.at(level, "$commit.lsn"))
                .isSorted();
    }

    @Test
    void aLocationIsCalledAsTheMerchantCallsIt() throws SQLException {
        till.execute("INSERT INTO stockcurrent (location, product, units) VALUES ('1', 'p-56', 3)");
        follow();

        assertThat(connect.of("stock_levels"))
                .extracting(level -> ConnectDouble.at(level, "stockcurrent.shop"))
                .containsExactlyInAnyOrder("lyon-bellecour", "lyon-bellecour", "1");
    }
}
