package io.unifiedcommerce.channels.salesforcecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportFileTest {

    @Test
    void givesEachRecordItsLocationAndKeepsTheToken() throws IOException {
        ExportFile file = file("""
                {"locationId":"lyon"}
                {"sku":"TEE","onHand":37}
                {"sku":"CAP","onHand":1}
                {"locationId":"paris"}

                {"sku":"TEE","onHand":4}
                {"groupId":"france"}
                {"sku":"TEE","onHand":41}
                {"deltaToken":"t1"}
                """);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> row = file.next(); row != null; row = file.next()) {
            rows.add(row);
        }

        assertThat(rows)
                .extracting(row -> row.get("sku") + "@" + row.get("id") + " " + row.get("onHand"))
                .containsExactly("TEE@lyon 37", "CAP@lyon 1", "TEE@paris 4");
        assertThat(rows).extracting(row -> row.get("deltaType")).containsOnly("Change");
        assertThat(file.token()).isEqualTo("t1");
    }

    @Test
    void aFileWithoutItsTokenWasCutShort() throws IOException {
        ExportFile file = file("{\"locationId\":\"lyon\"}\n{\"sku\":\"TEE\",\"onHand\":37}\n");

        assertThat(file.next()).containsEntry("sku", "TEE");
        assertThatThrownBy(file::next).isInstanceOf(EOFException.class).hasMessageContaining("line 2");
    }

    @Test
    void aLineThatIsNoObjectIsAFailureOfTheFile() {
        ExportFile file = file("{\"locationId\":\"lyon\"}\n{\"sku\":\"TE");

        assertThatThrownBy(file::next).isInstanceOf(IOException.class);
    }

    private static ExportFile file(String text) {
        return new ExportFile(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
