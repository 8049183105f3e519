using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.GitOps;

/// <summary>
/// The CI half of GitOps: builds, checks and writes to Git what an agent in the cluster applies. Each alias runs one task,
/// with the inputs and outputs that it has in every host.
/// </summary>
[CakeAliasCategory("GitOps")]
[CakeNamespaceImport("Cake.GitOps")]
public static class GitOpsAliases
{
    /// <summary>Finds in configuration files what Argo CD or Flux would trip over.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">Findings, or bad settings.</exception>
    /// <example><code>
    /// GitOpsLint(new GitOpsLintSettings { Path = ["apps"] });
    /// </code></example>
    [CakeMethodAlias]
    [CakeAliasCategory("Lint")]
    public static GitOpsLintResult GitOpsLint(this ICakeContext context, GitOpsLintSettings settings) =>
        Run<GitOpsLintResult>(context, "lint", settings);

    /// <summary>Makes plain Kubernetes manifests from app specs.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">A spec has errors, or bad settings.</exception>
    /// <example><code>
    /// GitOpsGenerate(new GitOpsGenerateSettings { Spec = ["config/web.yaml"], Out = "apps/web" });
    /// </code></example>
    [CakeMethodAlias]
    [CakeAliasCategory("Generate")]
    public static GitOpsGenerateResult GitOpsGenerate(this ICakeContext context, GitOpsGenerateSettings settings) =>
        Run<GitOpsGenerateResult>(context, "generate", settings);

    /// <summary>Builds container images, and pushes them or writes them to a folder.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">A build or a push failed, or bad settings.</exception>
    /// <example><code>
    /// var built = GitOpsBuild(new GitOpsBuildSettings { Push = true });
    /// Information(string.Join("\n", built.Images));
    /// </code></example>
    [CakeMethodAlias]
    [CakeAliasCategory("Build")]
    public static GitOpsBuildResult GitOpsBuild(this ICakeContext context, GitOpsBuildSettings settings) =>
        Run<GitOpsBuildResult>(context, "build", settings);

    /// <summary>Sets image tags and digests in kustomizations and manifests, changing no other byte.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">No file names the image, the change was refused, or bad settings.</exception>
    /// <example><code>
    /// GitOpsBump(new GitOpsBumpSettings { Path = ["apps/web/overlays/dev"], Image = ["ghcr.io/acme/web:1.4.2"] });
    /// </code></example>
    [CakeMethodAlias]
    [CakeAliasCategory("Bump")]
    public static GitOpsBumpResult GitOpsBump(this ICakeContext context, GitOpsBumpSettings settings) =>
        Run<GitOpsBumpResult>(context, "bump", settings);

    /// <summary>Takes image versions from one environment to the next, by a pull request or a push.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">A repository or forge said no, or bad settings.</exception>
    /// <example><code>
    /// GitOpsPromote(new GitOpsPromoteSettings { From = "dev", To = "staging" });
    /// </code></example>
    [CakeMethodAlias]
    [CakeAliasCategory("Promote")]
    public static GitOpsPromoteResult GitOpsPromote(this ICakeContext context, GitOpsPromoteSettings settings) =>
        Run<GitOpsPromoteResult>(context, "promote", settings);

    /// <summary>Waits until commit statuses and check runs of a commit are successful, such as those that Flux and Argo CD write.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">One failed or did not end in time, a forge said no, or bad settings.</exception>
    /// <example><code>
    /// GitOpsWait(new GitOpsWaitSettings { Commit = "4f1c2a9", Context = ["ci/build"] });
    /// </code></example>
    [CakeMethodAlias]
    [CakeAliasCategory("Wait")]
    public static GitOpsWaitResult GitOpsWait(this ICakeContext context, GitOpsWaitSettings settings) =>
        Run<GitOpsWaitResult>(context, "wait", settings);

    private static TResult Run<TResult>(ICakeContext context, string task, GitOpsSettings settings)
        where TResult : new()
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        return new TaskRunner(context).Run<TResult>(task, settings);
    }
}
