namespace Schema.Import;

static class ProofAdvice
{
    public const string Text = "Nothing was changed. Look for a trigger or a rule that alters what is written.";
}
