namespace GitOpsTasks.Tests.Lint.Gitops;

public sealed class CheckingRealRepositoriesByTheirGraph : GitopsRepository
{
    // A plugin writes all.yaml before kustomize runs: without it, kustomize fails here too. Every image in the list is
    // without a tag, by the tag latest, or by a major version.
    [Fact]
    public async Task Finds_what_argocds_examples_leave_open()
    {
        Corpus.CopyTo("argocd-example-apps", Place.Folder);
        (await CodesAsync()).ShouldBe(
        [
            "guestbook/guestbook-ui-deployment.yaml:17:18 GOT2320",
            "helm-hooks/manifests.yaml:14:18 GOT2320",
            "helm-hooks/manifests.yaml:31:18 GOT2320",
            "helm-hooks/manifests.yaml:52:18 GOT2320",
            "helm-hooks/manifests.yaml:80:18 GOT2320",
            "kustomize-guestbook/guestbook-ui-deployment.yaml:17:18 GOT2320",
            "plugins/kustomized-helm/kustomization.yaml:4:3 GOT2110",
            "pre-post-sync/post-sync-job.yaml:13:16 GOT2320",
            "pre-post-sync/pre-sync-job.yaml:13:16 GOT2320",
            "sock-shop/base/carts-db-dep.yaml:20:16 GOT2320",
            "sock-shop/base/orders-db-dep.yaml:20:16 GOT2320",
            "sock-shop/base/rabbitmq-dep.yaml:39:16 GOT2320",
            "sync-waves/manifests.yaml:13:18 GOT2320",
            "sync-waves/manifests.yaml:33:18 GOT2320",
            "sync-waves/manifests.yaml:60:18 GOT2320",
            "sync-waves/manifests.yaml:83:18 GOT2320",
            "sync-waves/manifests.yaml:112:18 GOT2320",
        ]);
    }

    [Fact]
    public async Task Finds_nothing_in_fluxs_example()
    {
        Corpus.CopyTo("flux2-kustomize-helm-example", Place.Folder);
        (await CodesAsync()).ShouldBeEmpty();
    }
}
