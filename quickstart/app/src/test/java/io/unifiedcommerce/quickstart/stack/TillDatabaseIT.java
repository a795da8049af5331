package io.unifiedcommerce.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillDatabaseIT {

    @Test
    void runsForRootWhereTheKernelForbidsUserNamespaces(@TempDir Path directory) throws SQLException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give up its rights");
        Runtimes runtimes = Runtimes.under(ProjectRoot.path());
        try (TillDatabase till = TillDatabase.start(runtimes, directory, ServerAccount.UNPRIVILEGED);
                Connection connection = till.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM stockcurrent")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void showsTheLogOfAServerThatCannotStart(@TempDir Path directory) {
        Runtimes broken = Runtimes.under(ProjectRoot.path());
        Runtimes withoutPostgres = new Runtimes(broken.broker(), broken.connect(), directory, broken.flink());
        assertThat(catchThrowable(() -> TillDatabase.start(withoutPostgres, directory, ServerAccount.SAME)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("till-database ended with code 1")
                .hasMessageContaining("PostgresMain");
    }
}
