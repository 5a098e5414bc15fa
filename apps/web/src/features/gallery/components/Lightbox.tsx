import { IconButton } from '@modu/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Info, Star, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { OriginalDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';
import { chunkQuery } from '../hooks/chunk-query.ts';
import type { WallContent } from '../hooks/chunk-query.ts';
import { useChangeImages } from '../hooks/useChangeImages.ts';
import { chunkAt } from '../model/chunks.ts';
import type { Chunk } from '../model/chunks.ts';

export interface LightboxProps {
  readonly content: WallContent;
  readonly chunks: readonly Chunk[];
  readonly place: number;
  readonly onPlace: (place: number) => void;
  readonly onClose: () => void;
}

const ZOOM_MAX = 8;

/** One picture alone, as large as the window; arrows go on along the wall, plus and minus come closer. */
export function Lightbox({ content, chunks, place, onPlace, onClose }: LightboxProps) {
  const { t } = useTranslation(['gallery', 'shell']);
  const [zoom, setZoom] = useState(1);
  const picture = usePictureAt(content, chunks, place);
  const change = useChangeImages();
  const last = chunks.at(-1);
  const end = last ? last.start + last.count - 1 : 0;
  const go = (to: number) => {
    if (to < 0 || to > end) return;
    setZoom(1);
    onPlace(to);
  };
  const closer = (factor: number) => setZoom((now) => Math.min(ZOOM_MAX, Math.max(1, now * factor)));
  const toggleStar = () => picture && change.mutate({ kind: 'star', ids: [picture.id], starred: !picture.starred });
  const onKeyDown = (event: KeyboardEvent) => {
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => go(place - 1),
      ArrowRight: () => go(place + 1),
      '+': () => closer(1.5),
      '=': () => closer(1.5),
      '-': () => closer(1 / 1.5),
      0: () => setZoom(1),
      s: toggleStar,
    };
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  const name = picture ? (picture.title ?? picture.prompt ?? t('gallery:untitled')) : t('gallery:loading');
  const icon = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const;
  return (
    <ModalOverlay isOpen onOpenChange={(isOpen) => !isOpen && onClose()} className="lightbox">
      <Modal className="lightbox__modal">
        <Dialog aria-label={name} className="lightbox__dialog">
          <div className="lightbox__keys" onKeyDown={onKeyDown}>
            <header className="lightbox__bar">
              <IconButton autoFocus label={t('shell:close')} icon={<X {...icon} />} onPress={onClose} />
              <p className="lightbox__name">{name}</p>
              <IconButton
                label={t('gallery:zoomOut')}
                icon={<ZoomOut {...icon} />}
                isDisabled={zoom <= 1}
                onPress={() => closer(1 / 1.5)}
              />
              <IconButton
                label={t('gallery:zoomIn')}
                icon={<ZoomIn {...icon} />}
                isDisabled={zoom >= ZOOM_MAX}
                onPress={() => closer(1.5)}
              />
              <IconButton
                label={picture?.starred ? t('gallery:unstar') : t('gallery:star')}
                icon={<Star {...icon} fill={picture?.starred ? 'currentColor' : 'none'} />}
                onPress={() => void toggleStar()}
              />
              {picture && (
                <Link
                  to="/gallery/$imageId"
                  params={{ imageId: picture.id }}
                  className="ui-button ui-button--icon"
                  data-variant="quiet"
                  aria-label={t('gallery:details')}
                >
                  <Info {...icon} />
                </Link>
              )}
            </header>
            <div className="lightbox__stage" onDoubleClick={() => setZoom(zoom > 1 ? 1 : 2.5)}>
              {picture && (
                <div className="lightbox__frame" style={{ ...ratioOf(picture), '--zoom': zoom } as React.CSSProperties}>
                  <Picture
                    key={picture.id}
                    cacheKey={`${picture.id}/original`}
                    url={picture.url}
                    thumbhash={picture.thumbhash}
                    width={picture.width}
                    height={picture.height}
                    loading="eager"
                    alt={name}
                  />
                </div>
              )}
            </div>
            <IconButton
              className="lightbox__before"
              label={t('gallery:before')}
              icon={<ChevronLeft {...icon} />}
              isDisabled={place === 0}
              onPress={() => go(place - 1)}
            />
            <IconButton
              className="lightbox__after"
              label={t('gallery:after')}
              icon={<ChevronRight {...icon} />}
              isDisabled={place >= end}
              onPress={() => go(place + 1)}
            />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The picture at a place of the wall, with the address of its original; the one before stays until it has come. */
function usePictureAt(content: WallContent, chunks: readonly Chunk[], place: number) {
  const chunk = chunks[chunkAt(chunks, place)];
  const tiles = useQuery({
    ...chunkQuery(
      content,
      chunk ?? {
        key: '',
        month: '',
        monthCount: 0,
        isFirst: false,
        isLast: false,
        day: '',
        skip: 0,
        count: 1,
        start: 0,
      },
    ),
    enabled: chunk !== undefined,
  });
  const id = chunk && tiles.data?.[place - chunk.start]?.id;
  const original = useQuery({
    queryKey: ['images', 'original', id],
    queryFn: async ({ signal }) => (await request(OriginalDocument, { id: id ?? '' }, { signal })).image,
    enabled: id !== undefined,
    staleTime: 200_000,
  });
  return original.data ?? null;
}
