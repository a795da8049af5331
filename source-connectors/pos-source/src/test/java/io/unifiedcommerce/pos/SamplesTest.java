package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.unifiedcommerce.pos.till.Till.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/**
 * The samples of the channel are what the capture really makes of a till's day. Commits get times and places of their own, as
 * no two runs have the same. With the system property {@code samples.write} they are written instead of compared.
 */
class SamplesTest extends TillTest {
    private static final Path SAMPLES = Path.of("../../channels/unicenta-opos/samples");
    private static final Instant OPENING = Instant.parse("2026-11-03T09:14:07Z");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final TreeSet<String> commits = new TreeSet<>();

    @Test
    void samplesAreWhatTheCaptureMakesOfADay() throws Exception {
        config.put("pos.loyalty.program", "Bellecour Club");
        follow();
        int before = connect.committed().size();
        day();
        connect.await("stock_movements", 2);
        Map<String, List<Object>> records = new LinkedHashMap<>();
        connect.committed().stream()
                .skip(before)
                .filter(record -> !ConnectDouble.isHeartbeat(record))
                .forEach(record -> records.computeIfAbsent(ConnectDouble.stream(record), s -> new ArrayList<>())
                        .add(masked(record)));

        for (Map.Entry<String, List<Object>> stream : records.entrySet()) {
            Path file = SAMPLES.resolve(stream.getKey()).resolve("day.page.json");
            JsonNode found = JSON.valueToTree(stream.getValue());
            if (Boolean.getBoolean("samples.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, JSON.writeValueAsString(JSON.treeToValue(found, Object.class)) + "\n");
            }
            assertThat(JSON.readTree(file.toFile()))
                    .as(file + " is stale: run once with -Dsamples.write=true")
                    .isEqualTo(JSON.readTree(JSON.writeValueAsString(found)));
        }
    }

    private void day() throws SQLException {
        till.product("p-70", "HEM", "4006381333931", 12.5);
        till.execute("UPDATE products SET isservice = true WHERE id = 'p-70'");
        till.execute(
                "INSERT INTO customers (id, searchkey, name, firstname, lastname, email, phone, phone2, card, address,"
                        + " address2, postal, city, region, country) VALUES ('c-904', '100246', 'Jean Petit', 'Jean', 'Petit',"
                        + " 'Jean.Petit@example.org ', '+33600000012', '+33400000012', 'jean-31', '4 rue Neuve', 'Esc. B',"
                        + " '69002', 'Lyon', 'Rhône', 'France')");
        till.execute("INSERT INTO stockcurrent (location, product, attributesetinstance_id, units)"
                + " VALUES ('0', 'p-55', 'size-L', 3)");
        till.transaction(() -> {
            till.ticket(
                    "8c1e-a1",
                    0,
                    10482,
                    0,
                    List.of(new Line("p-55", 2, 24.17), new Line("p-56", 1, 8.333333), new Line("p-70", 1, 12.5)),
                    "c-904");
            till.execute("UPDATE payments SET tip = 1.5, transid = 'txn_55120' WHERE receipt = '8c1e-a1'");
        });
        till.transaction(() -> {
            till.ticket("8c1e-a2", 0, 10483, 0, List.of(new Line("p-56", 2, 8.333333)), "c-904");
            till.execute("UPDATE payments SET payment = 'debt', cardname = null WHERE receipt = '8c1e-a2'");
        });
        till.takeBack("8c1e-b1", 211, 10482, new Line("p-55", 1, 24.17), new Line("p-70", 1, 12.5));
        till.takeBack("8c1e-b2", 212, 0, new Line("p-56", 1, 8.333333));
        till.move("d-1", 1, "p-55", 12);
        till.transaction(() -> {
            till.execute(
                    "INSERT INTO stockdiary (id, datenew, reason, location, product, units, price, appuser, supplierdoc)"
                            + " VALUES ('d-2', '2026-11-03 18:40:00', -3, '1', 'p-56', -1, 0, 'Anna', 'BL-2231')");
            till.execute("INSERT INTO stockcurrent (location, product, units) VALUES ('1', 'p-56', -1)");
        });
    }

    private Object masked(SourceRecord record) {
        Map<String, Object> value = new LinkedHashMap<>(ConnectDouble.value(record));
        String lsn = (String) ConnectDouble.at(record, "$commit.lsn");
        commits.add(lsn);
        int number = commits.headSet(lsn).size();
        value.put(
                "$commit",
                Map.of(
                        "ts", OPENING.plusSeconds(60L * number).toString(),
                        "lsn", String.format("%020d", 24_000_000 + 1_000 * number),
                        "tx", Integer.toString(760 + number)));
        return value;
    }
}
