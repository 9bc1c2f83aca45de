namespace Schema.Import;

/// <summary>Where receipts are kept; the ledger makes these tables with its own.</summary>
public static class ReceiptTable
{
    /// <summary>Lines of 10,000 keys with a hash of the columns written, and where each sequence stood before the run moved it.</summary>
    public const string Sql =
        """
        create table if not exists ledger.receipt (
            run uuid not null,
            import text not null,
            table_name text not null,
            batch integer not null,
            key_columns text[] not null,
            columns text[] not null,
            uuids uuid[],
            integers bigint[],
            texts text[],
            hashes bigint[] not null,
            constraint receipt_pkey primary key (run, import, table_name, batch),
            constraint receipt_one_kind_of_key check (num_nonnulls(uuids, integers, texts) = 1)
        );

        -- Keys and hashes do not compress; trying to costs more than writing them.
        alter table ledger.receipt
            alter column uuids set storage external,
            alter column integers set storage external,
            alter column texts set storage external,
            alter column hashes set storage external;

        create table if not exists ledger.receipt_sequence (
            run uuid not null,
            import text not null,
            sequence_name text not null,
            last_value_before bigint not null,
            is_called_before boolean not null,
            last_value_after bigint not null,
            constraint receipt_sequence_pkey primary key (run, import, sequence_name)
        );
        """;
}
