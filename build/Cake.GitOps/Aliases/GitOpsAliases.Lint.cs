// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.GitOps;

public static partial class GitOpsAliases
{
    /// <summary>Finds in configuration files what Argo CD or Flux would trip over, with line and column.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">The task did not succeed; the exit code is that of the <c>gitops</c> command.</exception>
    /// <example>
    /// <para>check every YAML file here:</para>
    /// <code>
    /// GitOpsLint(new GitOpsLintSettings());
    /// </code>
    /// </example>
    /// <example>
    /// <para>print findings as annotations of a workflow:</para>
    /// <code>
    /// GitOpsLint(new GitOpsLintSettings
    /// {
    ///     Format = "github",
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>write what code scanning takes, and print text:</para>
    /// <code>
    /// GitOpsLint(new GitOpsLintSettings
    /// {
    ///     Format = "sarif",
    ///     Report = "lint.sarif",
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>check two folders; warnings fail too:</para>
    /// <code>
    /// GitOpsLint(new GitOpsLintSettings
    /// {
    ///     Path = ["apps", "clusters/prod"],
    ///     Strict = true,
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>fail only for findings in files that this branch touches:</para>
    /// <code>
    /// GitOpsLint(new GitOpsLintSettings
    /// {
    ///     ChangedSince = "origin/main",
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>begin in an old repository: all findings are known from now on:</para>
    /// <code>
    /// GitOpsLint(new GitOpsLintSettings
    /// {
    ///     WriteBaseline = "lint-baseline.json",
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>show what can be mended safely:</para>
    /// <code>
    /// GitOpsLint(new GitOpsLintSettings
    /// {
    ///     Fix = true,
    ///     DryRun = true,
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>print what yamllint prints:</para>
    /// <code>
    /// GitOpsLint(new GitOpsLintSettings
    /// {
    ///     Path = ["."],
    ///     Only = ["yaml"],
    ///     YamllintConfig = ".yamllint",
    ///     Format = "parsable",
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Lint")]
    public static GitOpsLintResult GitOpsLint(this ICakeContext context, GitOpsLintSettings settings) =>
        Run<GitOpsLintResult>(context, "lint", settings);
}
