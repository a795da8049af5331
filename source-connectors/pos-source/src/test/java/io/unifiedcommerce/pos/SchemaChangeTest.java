package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.pos.till.Till.Line;
import java.sql.SQLException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SchemaChangeTest extends TillTest {
    private static final Line SHIRT = new Line("p-55", 2, 24.17);

    @Test
    void anAddedColumnComesAlong() throws SQLException {
        follow();
        till.sell("s-1", 1, SHIRT);
        till.execute("ALTER TABLE ticketlines ADD COLUMN gift boolean DEFAULT true");
        till.sell("s-2", 2, SHIRT);
        SourceRecord sale = connect.await("sales", 2).get(1);

        assertThat(ConnectDouble.at(sale, "lines[0].gift")).isEqualTo(true);
    }

    @Test
    void aColumnThatOnlyMappingsReadMayGo() throws SQLException {
        follow();
        till.execute("ALTER TABLE customers DROP COLUMN email");
        till.execute("UPDATE customers SET city = 'Lyon'");
        SourceRecord customer = connect.await("customers", 2).get(1);

        assertThat(ConnectDouble.at(customer, "customers.city")).isEqualTo("Lyon");
        assertThat(ConnectDouble.at(customer, "customers.email")).isNull();
    }

    @Test
    void aColumnWithoutWhichNoSaleCanBeJoinedStopsTheCaptureAndIsNamed() throws SQLException {
        follow();
        till.execute("ALTER TABLE taxlines RENAME COLUMN receipt TO ticket");
        till.execute("INSERT INTO receipts (id, money, datenew) VALUES ('r', 'm-77', '2026-11-03 10:00:00')");
        till.execute("INSERT INTO taxlines (id, ticket, taxid, base, amount) VALUES ('t', 'r', '001', 10, 2)");

        assertThatThrownBy(() -> Awaitility.await().until(() -> {
                    connect.poll();
                    return false;
                }))
                .hasRootCauseInstanceOf(ConnectException.class)
                .rootCause()
                .hasMessageContaining("public.taxlines has no column 'receipt'");
    }

    @Test
    void aColumnThatIsMissingAtTheStartIsNamedToo() throws SQLException {
        till.execute("ALTER TABLE taxlines RENAME COLUMN receipt TO ticket");
        connect.start();

        assertThatThrownBy(() -> Awaitility.await().until(() -> {
                    connect.poll();
                    return false;
                }))
                .rootCause()
                .hasMessageContaining("public.taxlines has no column 'receipt'");
    }

    @Test
    void aLostSlotIsAFaultAndNotAGap() throws SQLException {
        follow();
        till.sell("s-1", 1, SHIRT);
        connect.await("sales", 1);
        connect.kill();
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> till.query("SELECT pg_drop_replication_slot('slot_" + till.database() + "')") != null);
        connect.start();

        assertThatThrownBy(() -> Awaitility.await().until(() -> {
                    connect.poll();
                    return false;
                }))
                .rootCause()
                .hasMessageContaining("is gone, so changes are lost");
    }
}
