using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Lint.Schema.Checking;
using GitOpsTasks.Lint.Schema.Data;
using GitOpsTasks.Lint.Schema.Removals;
using GitOpsTasks.Lint.Schema.Sources;

namespace GitOpsTasks.Lint.Schema;

/// <summary>
/// Checks manifests against the schemas of their kinds. It sees all files at once: definitions of kinds and lists of patches
/// stand in other files than the manifests they are about.
/// </summary>
public static class SchemaLayer
{
    /// <summary>What is wrong, file by file in their order, then what was skipped.</summary>
    /// <param name="repository">The files under check.</param>
    /// <param name="options">How to check.</param>
    /// <param name="context">For schemas that are fetched.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <exception cref="TaskFailedException">GOT2221: a schema location cannot be read.</exception>
    public static async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        LintedRepository repository, SchemaOptions options, EngineContext context, CancellationToken cancellationToken)
    {
        var read = repository.Manifests;
        var findings = read.Select(file => file.Incomplete.Select(WithoutKind).Concat(KustomizationSchema.Check(file.File)).ToList()).ToArray();
        var manifests = read.SelectMany(file => file.All).ToList();
        var kinds = manifests.Select(manifest => manifest.Kind).ToHashSet();
        if (kinds.Count == 0)
            return [.. findings.SelectMany(list => list)];
        var sources = new SchemaSources(new RepositoryDefinitions(manifests), options, new SchemaFetcher(context, CacheFolder(context)));
        var schemas = await sources.FindAsync(kinds, cancellationToken);
        var removals = new ApiRemovals(options.TargetVersion);
        Parallel.For(0, read.Count, new ParallelOptions { CancellationToken = cancellationToken }, index =>
        {
            foreach (var manifest in read[index].All)
                Check(manifest, schemas.GetValueOrDefault(manifest.Kind), removals, findings[index]);
        });
        return [.. findings.SelectMany(list => list), .. new UnknownKinds(schemas, options).Report(manifests)];
    }

    private static Diagnostic WithoutKind(IncompleteManifest manifest) => new SchemaProblem(
        SchemaCodes.NoKind,
        manifest.Root,
        $"The manifest lacks '{manifest.MissingField}'.",
        $"Add '{manifest.MissingField}': Argo CD passes over files without it, and no cluster takes them.").ToDiagnostic();

    private static void Check(Manifest manifest, KindSchema? schema, ApiRemovals removals, List<Diagnostic> findings)
    {
        var problems = new List<SchemaProblem>();
        if (removals.Check(manifest) is { } removal)
            problems.Add(removal);
        if (schema is not null)
        {
            var walk = new SchemaWalk(manifest, problems);
            walk.Check(manifest.Root, schema.Graph, schema.Root);
            if (schema.IsCustom && manifest.Root["metadata"] is { } metadata)
                walk.Check(metadata, BundledSchemas.Instance.Graph, BundledSchemas.Instance.ObjectMeta);
        }

        findings.AddRange(problems.Select(problem => problem.ToDiagnostic()));
    }

    private static string CacheFolder(EngineContext context) =>
        Path.Join(context.Environment["XDG_CACHE_HOME"] ?? Path.Join(context.Environment.FirstOf("HOME", "USERPROFILE") ?? context.ScratchRoot, ".cache"), "gitops-tasks", "schemas");
}
