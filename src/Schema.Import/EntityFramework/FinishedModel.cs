using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Schema.Import;

/// <summary>A migration's model, or a snapshot's, is as its file builds it; the generator and the differ ask one that is finalized.</summary>
public static class FinishedModel
{
    public static IModel Finish(this IModelRuntimeInitializer initializer, IModel model) =>
        initializer.Initialize(model is IMutableModel mutable ? mutable.FinalizeModel() : model, designTime: true, validationLogger: null);
}
